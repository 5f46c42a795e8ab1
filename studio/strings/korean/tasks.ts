/** What `@sanity/locale-ko-kr` says of the `tasks` namespace as if it were a command, or in words that fit a machine better. */
export const tasks = {
  'dialog.remove-task.body': '삭제한 작업은 되살릴 수 없습니다.',
  'dialog.remove-task.buttons.confirm.text': '삭제',
  'dialog.remove-task.title': '이 작업을 삭제하시겠습니까?',
  'document.footer.open-tasks.placeholder_other': '열린 작업',
  'document.footer.open-tasks.text_other': '열린 작업 {{count}}개',
  'empty-state.list.no-active-document.text': '지금 열어 둔 문서의 작업이 여기에 표시됩니다.',
  'empty-state.status.list.open.assigned.text': '새로 맡은 작업이 여기에 표시됩니다',
  'form.input.assignee.search.placeholder': '담당자 선택',
  'form.input.create-more.text': '이어서 더 만들기',
  'tab.document.label': '이 문서',
} satisfies Record<string, string>
