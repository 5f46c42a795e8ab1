/** What `@sanity/locale-ko-kr` lacks of the Studio's `structure` namespace, or has in words the Studio no longer knows. */
export const structure = {
  'action.delete.disabled.target-not-found': '고른 릴리스에 이 문서가 없습니다',
  'action.discard-changes.confirm-dialog.confirm-discard-changes':
    '마지막으로 게시한 뒤에 바꾼 내용을 모두 버리시겠습니까?',
  'action.discard-changes.disabled.no-change': '게시하지 않은 변경 사항이 없습니다',
  'action.discard-changes.disabled.not-published': '게시되지 않은 문서입니다',
  'action.discard-changes.disabled.target-not-found': '고른 릴리스에 이 문서가 없습니다',
  'action.duplicate.disabled.target-not-found': '고른 릴리스에 이 문서가 없습니다',
  'action.publish.already-published.tooltip': '{{timeSincePublished}}에 게시됨',
  'action.publish.disabled.not-publishable': '이 버전은 릴리스와 함께 게시됩니다',
  'action.publish.disabled.target-not-found': '고른 릴리스에 이 문서가 없습니다',
  'action.unpublish.disabled.already-unpublished': '이미 게시를 취소하기로 한 문서입니다',
  'action.unpublish.disabled.not-published': '게시되지 않은 문서입니다',
  'action.unpublish.disabled.target-not-found': '고른 릴리스에 이 문서가 없습니다',
  'action.unpublish.label': '게시 취소',
  'banners.archived-release.description':
    '보관된 <VersionBadge>{{title}}</VersionBadge> 릴리스의 읽기 전용 문서입니다. 편집할 수 없습니다',
  'banners.obsolete-draft.actions.compare-draft.tooltip': '게시된 문서가 없어 초안과 비교할 수 없습니다.',
  'banners.permission-check-banner.missing-permission_create_other':
    '<Roles/> 역할에는 이 문서를 게시할 권한이 없습니다.',
  'banners.permission-check-banner.missing-permission_update_other':
    '<Roles/> 역할에는 이 문서를 편집할 권한이 없습니다.',
  'banners.published-release.description':
    '<VersionBadge>{{title}}</VersionBadge> 릴리스로 게시된 읽기 전용 문서입니다. 편집할 수 없습니다',
  'banners.reference-changed-banner.reason-changed.text': '이 참조는 화면을 연 뒤에 바뀌었습니다.',
  'banners.reference-changed-banner.reason-removed.text': '이 참조는 화면을 연 뒤에 제거되었습니다.',
  'banners.release.action.add-to-bundle': '묶음에 추가',
  'banners.release.not-in-release': '<VersionBadge>{{title}}</VersionBadge> 릴리스에 포함되지 않았습니다.',
  'banners.unpublished-release-banner.text':
    '<VersionBadge>{{title}}</VersionBadge> 릴리스와 함께 이 문서의 게시가 취소됩니다.',
  'buttons.focus-pane-button.aria-label.collapse': '집중 모드 끝내기(목록 보이기)',
  'buttons.focus-pane-button.aria-label.focus': '집중 모드(목록 숨기기)',
  'buttons.focus-pane-button.tooltip.collapse': '집중 모드 끝내기',
  'buttons.focus-pane-button.tooltip.focus': '집중 모드',
  'changes.from.label': '부터',
  'changes.tab.history': '기록',
  'compare-version.error.loadVersions.title': '버전을 불러오지 못했습니다',
  'confirm-delete-dialog.confirm-anyway-button.text_unpublish': '그래도 게시 취소하기',
  'confirm-delete-dialog.confirm-button.text_unpublish': '지금 게시 취소하기',
  'confirm-delete-dialog.confirmation.text_delete': '이 문서의 모든 버전을 삭제하시겠습니까?',
  'confirm-delete-dialog.confirmation.text_unpublish': '“<DocumentTitle/>”의 게시를 취소하시겠습니까?',
  'confirm-delete-dialog.header.text_unpublish': '문서의 게시를 취소하시겠습니까?',
  'confirm-delete-dialog.referential-integrity-disclaimer.text_delete':
    '삭제하면 이 문서를 참조하는 다른 문서에서 더 이상 이 문서를 볼 수 없습니다.',
  'confirm-delete-dialog.referential-integrity-disclaimer.text_unpublish':
    '게시를 취소하면 이 문서를 참조하는 다른 문서에서 더 이상 이 문서를 볼 수 없습니다.',
  'confirm-delete-dialog.referring-documents-descriptor.text_unpublish':
    '다음 문서가 “<DocumentTitle/>”을(를) 참조하고 있어 게시를 취소하지 못할 수 있습니다:',
  'document-inspector.error.close-button.aria-label': '패널 닫기',
  'document-inspector.error.description': '이 패널을 표시하는 중에 오류가 발생했습니다.',
  'document-inspector.error.retry-button.text': '다시 시도',
  'document-inspector.error.title': '문제가 생겼습니다',
  'document-target-badges.not-in-target.tooltip': '고른 관점에는 아직 이 문서가 없습니다.',
  'document-view.form-view.sync-pending.description': '계속 시도합니다. 변경 사항은 그동안 브라우저에 남아 있습니다.',
  'document-view.form-view.sync-pending.title': '변경 사항이 저장되지 않고 있습니다',
  'document-view.form-view.sync-recovering.description': '변경 사항이 저장되면 바로 다시 편집할 수 있습니다.',
  'document-view.form-view.sync-recovering.title': '변경 사항을 저장하는 중…',
  'document-view.form-view.sync-stalled.description':
    '저장될 때까지 편집을 멈춥니다. 변경 사항은 브라우저에 남아 있으니 계속 시도하는 동안 이 탭을 닫지 마세요.',
  'document-view.form-view.sync-stalled.title': '변경 사항이 아직도 저장되지 않고 있습니다',
  'events.compare-with-published.description':
    '이 문서의 변경 사항을 불러올 수 없습니다. 기록을 보관하는 기간이 지난 듯합니다. 그 대신 <strong>{{version}}</strong> 버전을 <strong>게시된</strong> 버전과 비교합니다.',
  'events.compare-with-published.title': '게시된 문서와 비교',
  'events.open.draft': '<VersionBadge>초안</VersionBadge> 문서 열기',
  'incoming-references-pane.no-references': '이 문서를 참조하는 문서가 없습니다.',
  'incoming-references-pane.no-references-found': '이 종류의 문서 가운데 참조하는 것이 없습니다.',
  'menu-items.layout.restore-default': '기본 보기',
  'menu-items.layout.restore-default.disabled-reason': '이미 기본 보기입니다',
  'menu-items.sort-by.restore-default': '기본 정렬',
  'menu-items.sort-by.restore-default.disabled-reason': '이미 기본 정렬입니다',
  'pane-item.draft-status.no-draft.tooltip': '게시되지 않은 편집 없음',
  'pane-item.published-status.has-published.tooltip': '<RelativeTime/>에 게시됨',
  'pane-item.published-status.no-published.tooltip': '게시된 적 없음',
  'panes.document-list-pane.error.max-retries-attempted': '{{count}}번 실패하여 더 시도하지 않습니다.',
  'panes.document-list-pane.error.text': '문서를 불러오는 중에 오류가 발생했습니다.',
  'panes.document-list-pane.search-ordering.aria-label': '검색 결과의 정렬 바꾸기',
  'panes.document-list-pane.search-ordering.label': '정렬: {{order}}',
  'panes.document-list-pane.search-ordering.relevance': '관련성',
  'panes.document-list-pane.search-ordering.summary-relevance': '관련성 순으로 정렬',
  'panes.document-list-pane.sort-order.disabled-reason': '이 종류의 문서에 없는 필드로 정렬합니다',
  'panes.document-operation-results.operation-error': '작업({{context}})을 마치지 못했습니다',
  'panes.document-operation-results.operation-error_unpublish':
    '문서의 게시를 취소하지 못했습니다. 대개 다른 문서가 이 문서를 참조하고 있기 때문입니다.',
  'panes.document-operation-results.operation-success': '문서에 {{op}} 작업을 마쳤습니다',
  'panes.document-operation-results.operation-success_createVersion':
    '<Strong>{{title}}</Strong>을(를) 릴리스에 추가했습니다',
  'panes.document-operation-results.operation-success_discardChanges':
    '마지막으로 게시한 뒤의 변경 사항을 모두 버렸습니다. 버린 초안은 기록에서 되살릴 수 있습니다.',
  'panes.document-operation-results.operation-success_publish': '<Strong>{{title}}</Strong>을(를) 게시했습니다',
  'panes.document-operation-results.operation-success_publishVersion': '버전이 게시되었습니다',
  'panes.document-operation-results.operation-success_unpublish':
    '<Strong>{{title}}</Strong>의 게시를 취소했습니다. 마지막으로 게시된 내용으로 초안을 만들었습니다.',
  'panes.document-operation-results.operation-success_unpublishVersion':
    '릴리스를 게시할 때 이 문서의 게시가 취소됩니다',
  'request-permission-dialog.description.text': '프로젝트 관리자에게 요청을 보냅니다. 메모를 덧붙일 수도 있습니다.',
  'status-bar.publish-status-button.last-published-time.aria-label': '마지막 게시 {{relativeTime}}',
  'status-bar.publish-status-button.last-published-time.tooltip': '마지막 게시 <RelativeTime/>',
} satisfies Record<string, string>
