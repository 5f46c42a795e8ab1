import type {Reader} from '../reading.ts'

/** Portable Text has no terms with definitions: they stay Markdown. */
export const readDefinitionList: Reader = () => ({refused: 'definition list'})
