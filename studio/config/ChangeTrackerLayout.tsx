import {ChangeIndicatorsTracker, type LayoutProps} from 'sanity'

/**
 * A Studio layout that keeps track of changed fields wherever no pane does. Sanity's form of a task asks for such a
 * tracker, has none of its own, and says so in the console.
 */
export function ChangeTrackerLayout(props: LayoutProps) {
  return <ChangeIndicatorsTracker>{props.renderDefault(props)}</ChangeIndicatorsTracker>
}
