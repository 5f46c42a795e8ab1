import {addressGroup} from './addressGroup.ts'
import {createRateLimit} from './rateLimit.ts'

export interface SignInLimit {
  /**
   * Counts an attempt, before its outcome is known. Throws a TooManyRequestsError when there were too many.
   * @returns to be called after a success
   */
  take(login: string, address: string | undefined): () => void
}

const windowMs = 15 * 60 * 1000
const attemptsInAll = 1000

/**
 * Attempts to sign in within a quarter of an hour: 10 for one name from one place, so that nobody is locked out by
 * strangers; 100 for one name from anywhere; 30 wrong ones from one place, whatever the names; 1,000 in all, which
 * bounds the work of hashing. A place is an address as `addressGroup` sees it.
 */
export function createSignInLimit(clock: () => Date): SignInLimit {
  const limit = (attempts: number) => createRateLimit({attempts, attemptsInAll, windowMs, clock})
  const [ofPlace, ofNameHere, ofName] = [limit(30), limit(10), limit(100)]
  return {
    take(login, address) {
      const place = addressGroup(address ?? '')
      const nameHere = JSON.stringify([place, login])
      // A place that has used up its attempts adds nothing to the count of a name.
      const undoPlace = ofPlace.take(place)
      ofNameHere.take(nameHere)
      const undoName = ofName.take(login)
      return () => {
        undoPlace()
        undoName()
        ofNameHere.reset(nameHere)
      }
    },
  }
}
