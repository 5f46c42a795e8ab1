import {
  ArrayOfObjectsInputMember,
  type ArrayOfObjectsMember,
  defaultRenderAnnotation,
  defaultRenderBlock,
  defaultRenderInlineBlock,
  FormCallbacksProvider,
  type ObjectInputProps,
  PatchEvent,
  useFormCallbacks,
} from 'sanity'

/**
 * The rows in which a cell is open, out of sight: Sanity lets the item of an array draw the dialog in which it is
 * edited, and the grid draws no such items. What is changed there is told from the field on, as its own input does.
 */
export function OpenRows({members, ...render}: ObjectInputProps) {
  const callbacks = useFormCallbacks()
  const onChange = (event: PatchEvent): void => callbacks.onChange(PatchEvent.from(event).prefixAll('rows'))
  return (
    <FormCallbacksProvider {...callbacks} onChange={onChange}>
      <div className="lectern-unseen">
        {members.flatMap(rowsOf).map((member) => (
          <ArrayOfObjectsInputMember
            key={member.key}
            member={member}
            renderAnnotation={render.renderAnnotation ?? defaultRenderAnnotation}
            renderBlock={render.renderBlock ?? defaultRenderBlock}
            renderField={render.renderField}
            renderInlineBlock={render.renderInlineBlock ?? defaultRenderInlineBlock}
            renderInput={render.renderInput}
            renderItem={render.renderItem}
            renderPreview={render.renderPreview}
          />
        ))}
      </div>
    </FormCallbacksProvider>
  )
}

function rowsOf(member: ObjectInputProps['members'][number]): ArrayOfObjectsMember[] {
  if (member.kind !== 'field' || member.name !== 'rows' || !('members' in member.field)) return []
  const items: unknown = member.field.members
  return Array.isArray(items) ? items.filter(isOpenRow) : []
}

function isOpenRow(member: unknown): member is ArrayOfObjectsMember {
  return (
    typeof member === 'object' &&
    member !== null &&
    'kind' in member &&
    member.kind === 'item' &&
    'open' in member &&
    member.open === true
  )
}
