/** What `@sanity/locale-ko-kr` says of the `comments` namespace as if it were about another action: a comment that was never sent is not deleted. */
export const comments = {
  'discard.button-confirm': '버리기',
  'discard.header': '쓰던 댓글을 버리시겠습니까?',
  'discard.text': '보내지 않은 댓글은 사라집니다.',
} satisfies Record<string, string>
