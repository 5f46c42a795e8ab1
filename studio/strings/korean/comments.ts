/** What `@sanity/locale-ko-kr` says of the `comments` namespace as if it were about another action: a comment that was never sent is not deleted. */
export const comments = {
  'discard.button-confirm': '버리기',
  'discard.header': '쓰던 댓글을 버리시겠습니까?',
  'discard.text': '보내지 않은 댓글은 사라집니다.',
  'list-item.layout-posting': '보내는 중…',
  'onboarding.body': '어느 필드에나 댓글을 달 수 있습니다. 댓글은 필드별로 묶여 여기에 표시됩니다.',
  'onboarding.header': '문서의 필드에 댓글을 달 수 있습니다',
  'reactions.react-with-aria-label': '반응 남기기: {{reactionName}}',
  'reactions.user-list.you': '나',
  'reactions.user-list.you_leading': '나',
  'reactions.users-reacted-with-reaction': '<UserList/><Text>의 반응:</Text> <ReactionName/>',
} satisfies Record<string, string>
