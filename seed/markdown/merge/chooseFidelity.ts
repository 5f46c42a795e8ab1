import type {Assembly} from './assemble.ts'
import type {Match} from './matchBlocks.ts'
import type {Fidelity} from './respell.ts'

/** How near to its source each changed block can be written: all as near as can be, else one after the other. */
export function chooseFidelity(
  matches: readonly Match[],
  isExact: (fidelity: Assembly['fidelity']) => boolean,
): readonly Fidelity[] {
  const chosen = matches.map(({changed, base}): Fidelity => (changed && base >= 0 ? 'words' : 'none'))
  if (isExact((index) => chosen[index] ?? 'none')) return chosen
  const settled = chosen.map((): Fidelity => 'none')
  for (const [index, wish] of chosen.entries()) {
    if (wish === 'none') continue
    const fits = (['words', 'lines'] as const).find((fidelity) =>
      isExact((at) => (at === index ? fidelity : (settled[at] ?? 'none'))),
    )
    settled[index] = fits ?? 'none'
  }
  return settled
}
