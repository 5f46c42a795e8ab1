import type {History} from '../../dataset.ts'

/** A history into which what is pending is written before it is read. What `settle` throws keeps it from being read. */
export function settledHistory(history: History, settle: () => void): History {
  function settled(): History {
    settle()
    return history
  }
  return {
    transactionById: (id) => settled().transactionById(id),
    transactionAt: (sequence) => settled().transactionAt(sequence),
    transactionAtTime: (time) => settled().transactionAtTime(time),
    transactionsAfter: (sequence, limit) => settled().transactionsAfter(sequence, limit),
    lastSequence: () => settled().lastSequence(),
    changesIn: (sequence) => settled().changesIn(sequence),
    recordedChangesIn: (sequence) => settled().recordedChangesIn(sequence),
    effectsIn: (sequence) => settled().effectsIn(sequence),
    sequencesOf: (id, range) => settled().sequencesOf(id, range),
    changesOf: (id, range) => settled().changesOf(id, range),
    stateAt: (id, sequence) => settled().stateAt(id, sequence),
    lastState: (id) => settled().lastState(id),
    idsWithPrefix: (prefix) => settled().idsWithPrefix(prefix),
  }
}
