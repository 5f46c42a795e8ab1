/** What `@sanity/locale-ko-kr` lacks of the `copy-paste` namespace. */
export const copyPaste = {
  'copy-paste.on-paste.validation.read-only-fields-skipped-truncated.description':
    '읽기 전용 필드는 건너뛰었습니다: {{fieldNames}} 외 {{count}}개',
  'copy-paste.on-paste.validation.read-only-fields-skipped.description':
    '읽기 전용 필드는 건너뛰었습니다: {{fieldNames}}',
} satisfies Record<string, string>
