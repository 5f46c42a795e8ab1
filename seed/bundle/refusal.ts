/** A file that cannot be read, or a folder: the reason, and where. Nothing of it is imported. */
export interface Refusal {
  path: string
  line?: number
  message: string
}
