/** What `@sanity/locale-ko-kr` says of the `tasks` namespace as if it were a command, or in words that fit a machine better. */
export const tasks = {
  'document.footer.open-tasks.placeholder_other': '열린 작업',
  'document.footer.open-tasks.text_other': '열린 작업 {{count}}개',
  'empty-state.list.no-active-document.text': '지금 열어 둔 문서의 작업이 여기에 표시됩니다.',
  'tab.document.label': '이 문서',
} satisfies Record<string, string>
