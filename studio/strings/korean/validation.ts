/** What `@sanity/locale-ko-kr` says of the `validation` namespace without saying how to go on. */
export const validation = {
  'generic.required': '비워 둘 수 없습니다',
  'object.reference-not-published': '아직 게시되지 않은 문서입니다. 그 문서를 먼저 게시해 주세요.',
  'slug.missing-current': '주소 이름을 넣거나 "생성하기"를 눌러 주세요.',
  'slug.not-unique': '다른 문서가 쓰는 주소 이름입니다. 다른 이름을 적거나, 제목을 바꾸고 "생성하기"를 눌러 주세요.',
} satisfies Record<string, string>
