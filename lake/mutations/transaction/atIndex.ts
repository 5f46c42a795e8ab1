import {MutationError} from '../../errors.ts'
import {MutationFailure} from '../mutationFailures.ts'

/** Runs `step`; a failure in it becomes the transaction's error with the place of the mutation or action. */
export function atIndex<Result>(index: number, errorType: MutationError['type'], step: () => Result): Result {
  try {
    return step()
  } catch (error) {
    if (error instanceof MutationFailure) throw new MutationError([{index, error: error.item}], errorType)
    throw error
  }
}
