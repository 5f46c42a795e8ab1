import type {JsonObject, LakeDocument} from '../../document.ts'
import type {Mutation} from '../mutation.ts'

/** An action as a client sends it; each handler checks its own fields. https://www.sanity.io/docs/http-actions */
export type Action = JsonObject & {actionType: string}

/** What an action may do: read the dataset as earlier actions left it, and add mutations. */
export interface ActionDraft {
  get(id: string): LakeDocument | undefined
  /** The document as it last was, deleted or not. */
  lastState(id: string): LakeDocument | undefined
  idsWithPrefix(prefix: string): string[]
  mutate(mutation: Mutation): void
  /** Forgets, with the transaction that deletes it, all that the history holds of a document. */
  purge(id: string): void
  createKey(): string
  readonly timestamp: string
  /** The Studio probes permissions by dry runs of actions on releases that do not exist. */
  readonly isDryRun: boolean
}

/** Turns one action into mutations. Throws a MutationFailure or a BadRequestError. */
export type ActionHandler = (action: Action, draft: ActionDraft) => void
