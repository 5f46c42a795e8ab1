import {Text} from '@sanity/ui'
import type {Say} from '../../schemas/text/say.ts'

/** The form of a block that has no fields: Sanity opens a dialog for every block that is inserted, and this one would be empty. */
export function nothingToSet(say: Say) {
  return function NothingToSet() {
    return (
      <Text size={1} muted>
        {say({
          ko: '여기에는 정할 것이 없습니다. 창을 닫으면 됩니다.',
          en: 'There is nothing to set here. Close the dialog to go on.',
        })}
      </Text>
    )
  }
}
