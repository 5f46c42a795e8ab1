/** The Studio's `singleDocRelease` namespace in Korean, which `@sanity/locale-ko-kr` does not have. */
export const scheduledDrafts = {
  'action.schedule-publish': '게시 예약',
  'action.schedule-publish-error': '게시를 예약하지 못했습니다',
  'action.schedule-publish-success': '문서의 게시가 예약되었습니다',
  'action.schedule-publish-success-description': '{{publishAt}}에 게시됩니다',
  'action.schedule-publish.disabled.cardinality-one': '이 문서에는 이미 예약된 초안이 있습니다.',
  'action.schedule-publish.disabled.validation-issues': '초안에 유효성 오류가 있어 예약할 수 없습니다.',
  'action.schedule-publish.disabled.variant': '변형은 아직 예약할 수 없습니다.',
  'empty-state.action.documentation': '예약에 대해 알아보기',
  'empty-state.description': '초안을 잠그고 앞으로 정한 날짜와 시각에 게시하도록 예약합니다.',
  'empty-state.title': '예약된 초안',
} satisfies Record<string, string>
