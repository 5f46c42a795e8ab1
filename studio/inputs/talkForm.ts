import {createContext, useContext} from 'react'
import type {Say} from '../../schemas/text/say.ts'

/** What an input of a talk needs besides its own field. */
export interface TalkForm {
  /** The times of the whole talk. */
  talk: {start?: string; end?: string; allDay?: boolean; timeZone?: string; endTimeZone?: string}
  say: Say
}

const english: Say = ({en}) => en

/** Outside a talk (a publish date of another type, say) there are no times. */
export const TalkFormContext = createContext<TalkForm>({talk: {}, say: english})

/** The talk around an input. */
export function useTalkForm(): TalkForm {
  return useContext(TalkFormContext)
}
