import type {StringInputProps} from 'sanity'

/** Sanity's text input in the letters of code: source must line up. */
export function CodeInput(props: StringInputProps) {
  return <div className="lectern-code">{props.renderDefault(props)}</div>
}
