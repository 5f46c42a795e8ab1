import type {CommitResult, Dataset} from '../../dataset.ts'
import {type CommitWriterOptions, createCommitWriter, requestToKeep, type Written} from './createCommitWriter.ts'
import type {GroupCommit, GroupMember} from './createGroupCommit.ts'
import type {Subscribers} from './createSubscribers.ts'

/** The ways to change a dataset, each at once or together with others. */
export type Commits = Pick<Dataset, 'commit' | 'commitActions' | 'submit' | 'submitActions'>

export interface CommitsOptions extends CommitWriterOptions {
  /** What `submit` writes together with others, of this dataset and of the others in the database. */
  group: GroupCommit
  subscribers: Subscribers
  /** Settles what is pending while others are answered; undefined when that is little. */
  settle(): Promise<void> | undefined
  /** Called after every durable commit, before the subscribers are told. */
  onCommit(): void
}

/** The commits of one dataset, which tell its subscribers once they are durable. */
export function createCommits(options: CommitsOptions): Commits {
  const {group, subscribers, settle, onCommit, transactions} = options
  const writer = createCommitWriter(options)

  function announce({transaction}: Written): void {
    if (transaction === undefined) return
    onCommit()
    subscribers.publish(transaction)
  }

  function now(write: () => Written): CommitResult {
    const written = write()
    announce(written)
    return written.result
  }

  async function soon(write: () => Written): Promise<CommitResult> {
    const member: GroupMember<Written> = {write, forget: transactions.forget, announce}
    return (await group.submit(member)).result
  }

  return {
    commit: (mutations, commit) => now(() => writer.mutations(mutations, commit)),
    commitActions: (actions, commit) => now(() => writer.actions(actions, commit)),
    async submit(mutations, commit) {
      const isBehind = requestToKeep(mutations, commit) === undefined && settle()
      if (isBehind) await isBehind
      return soon(() => writer.mutations(mutations, commit))
    },
    async submitActions(actions, commit) {
      const isBehind = settle()
      if (isBehind) await isBehind
      return soon(() => writer.actions(actions, commit))
    },
  }
}
