/** What `@sanity/locale-ko-kr` lacks of the Studio's `studio` namespace, or has in words the Studio no longer knows. */
export const studio = {
  'asset-source.delete-dialog.usage-list.confirm-delete-file_named':
    '파일 <strong>{{filename}}</strong>을(를) 메타데이터와 함께 삭제합니다. 계속할까요?',
  'asset-source.delete-dialog.usage-list.confirm-delete-image_named':
    '이미지 <strong>{{filename}}</strong>을(를) 메타데이터와 함께 삭제합니다. 계속할까요?',
  'asset-source.dialog.load-error': '파일 목록을 불러오지 못했습니다',
  'calendar.error.must-be-in-format': '{{exampleDate}} 형식이어야 합니다',
  'changes.inspector.from-label': '부터',
  'changes.missing-since-document-error':
    '비교하려는 판 <code>{{revisionId}}</code>을(를) 찾을 수 없습니다.<Break/>오래되어 기록에서 지워졌을 수 있습니다.<Break/><strong>부터</strong>에서 다른 항목을 고르세요.',
  'changes.same-revision-selected-description':
    '<strong>부터</strong>와 <strong>까지</strong>에 같은 판을 골랐습니다. 비교하려면 다른 판을 고르세요.',
  'changes.unknown-schema-field.description': '스키마에 없는 필드입니다. 값을 JSON으로 보여 줍니다.',
  'common.error': '오류',
  'default-menu-item.fallback-title': '정렬: {{title}}',
  'diagnostics.menu-item': '진단',
  'divergence.pagination': '{{count}}개 중 {{position}}번째',
  'document-status.published-at': '{{date}}에 게시됨',
  'document.initial-value.error.description': '문서가 빈 값으로 열렸습니다. {{errorMessage}}',
  'document.initial-value.error.title': '초깃값을 정하지 못했습니다',
  'form.field.actions-menu.title': '필드 작업',
  'inputs.invalid-value.convert-button.text': '{{targetType}}(으)로 변환',
  'inputs.portable-text.unknown-value.annotation': '스키마에 없는 주석: {{name}}',
  'inputs.portable-text.unknown-value.list-item': '스키마에 없는 목록 종류: {{name}}',
  'inputs.portable-text.unknown-value.mark': '스키마에 없는 서식: {{name}}',
  'inputs.portable-text.unknown-value.style': '스키마에 없는 스타일: {{name}}',
  'inputs.reference.incomplete-reference.finalize-action-description':
    '<strong>{{referencedDocument}}</strong> 문서가 게시되었으니 이 참조를 완성해 주세요.',
  'inputs.reference.incomplete-reference.strengthen-action-description':
    '<strong>{{referencedDocument}}</strong> 문서가 게시되었으니 이 참조를 강한 참조로 바꿔 주세요.',
  'inputs.untyped-value.convert-button.text': '{{targetType}}(으)로 변환',
  'login.logged-out.generic': '세션이 더 이상 유효하지 않습니다. 다시 로그인하세요.',
  'login.logged-out.session-expired': '세션이 만료되었습니다. 다시 로그인하세요.',
  'login.logged-out.title': '로그아웃되었습니다',
  'release.action.edit-details': '내용 편집',
  'release.action.pause-to-edit': '편집하려고 예약 멈추기',
  'release.action.revert-unpublish-version.failure.description':
    '다시 시도하거나 연결을 확인하세요. 지금은 릴리스할 때 이 문서의 발행이 취소됩니다.',
  'release.action.revert-unpublish-version.failure.title': '발행 취소를 거두지 못했습니다.',
  'release.action.revert-unpublish-version.success.title': '릴리스할 때 발행을 취소하지 않습니다.',
  'release.action.unpublish-version.failure': '릴리스할 때 발행을 취소하도록 정하지 못했습니다',
  'release.action.unpublish-version.success': '릴리스할 때 <strong>{{title}}</strong>의 발행을 취소합니다',
  'release.banner.scheduled-for-publishing-on': '{{date}}에 게시 예정',
  'release.chip.global.drafts': '초안',
  'release.dialog.edit.confirm': '저장',
  'release.dialog.edit.description-label': '설명',
  'release.dialog.edit.title': '릴리스 편집',
  'release.dialog.edit.title-label': '제목',
  'release.toast.delete-schedule-draft.success': '예약된 초안 <strong>{{title}}</strong>을(를) 삭제했습니다.',
  'release.toast.edit-release-error.title': '릴리스의 내용을 저장하지 못했습니다',
  'release.toast.publish-scheduled-draft.success': '예약된 초안 <strong>{{title}}</strong>을(를) 게시했습니다.',
  'user-menu.action.portable-text.annotation-disabled_empty-block': '빈 블록에는 {{name}}을(를) 쓸 수 없습니다',
  'user-menu.action.portable-text.annotation-disabled_multiple-blocks':
    '여러 블록에 한꺼번에 {{name}}을(를) 쓸 수 없습니다',
} satisfies Record<string, string>
