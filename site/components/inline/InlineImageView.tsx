import type {InlineImage} from '../../content.ts'
import {Picture} from '../Picture.tsx'

export function InlineImageView({value}: {value: InlineImage}) {
  return (
    <Picture image={value} src={value.src} alt={value.alt} title={value.title} width={480} className="inline-image" />
  )
}
