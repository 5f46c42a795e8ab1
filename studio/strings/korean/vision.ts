/** What `@sanity/locale-ko-kr` lacks of the `vision` namespace. */
export const vision = {
  'action.save-personal-copy': '내 쿼리로 복사',
  'action.save-personal-query': '내 쿼리로 저장',
  'action.save-shared-query': '공유 쿼리로 저장',
  'action.unshare': '공유 중단',
  'label.all': '모두',
  'label.shared': '공유',
  'label.untitled-query': '제목 없음',
  'query.error.unsupported-release-perspective':
    '이 API 버전은 여러 관점을 지원하지 않습니다. {{apiVersion}} 이상을 고르세요.',
  'save-query.personal-copy-success': '내 쿼리로 복사했습니다',
  'save-query.share-warning': '공유 쿼리는 데이터셋에 문서로 저장됩니다.',
  'save-query.shared-success': '공유 쿼리를 저장했습니다',
  'save-query.unshared-success': '이제 나만 보는 쿼리입니다',
} satisfies Record<string, string>
