/** What `@sanity/locale-ko-kr` says of the `validation` namespace without saying how to go on. */
export const validation = {
  'generic.not-allowed': '고를 수 없는 값입니다. 목록에서 다시 골라 주세요.',
  'generic.not-allowed_hint': '"{{hint}}"은(는) 고를 수 없는 값입니다. 목록에서 다시 골라 주세요.',
  'generic.required': '비워 둘 수 없습니다',
  'object.not-reference': '아직 고르지 않았습니다. 검색해서 고르거나 새로 만들어 주세요. 필요 없으면 지워 주세요.',
  'object.reference-not-published': '아직 게시되지 않은 문서입니다. 그 문서를 먼저 게시해 주세요.',
  'panel.unpublish-message': '게시를 취소할 문서라서 유효성 검사 오류를 표시하지 않습니다',
  'slug.missing-current': '주소 이름을 넣거나 "생성하기"를 눌러 주세요.',
  'slug.not-unique': '다른 문서가 쓰는 주소 이름입니다. 다른 이름을 적거나, 제목을 바꾸고 "생성하기"를 눌러 주세요.',
} satisfies Record<string, string>
