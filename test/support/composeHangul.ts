import type {Page} from 'playwright-core'

/** Types as a Korean input method does: each syllable is composed of its letters before it is committed. */
export async function composeHangul(page: Page, syllables: readonly (readonly string[])[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  for (const steps of syllables) {
    for (const text of steps)
      await session.send('Input.imeSetComposition', {text, selectionStart: text.length, selectionEnd: text.length})
    await session.send('Input.insertText', {text: steps.at(-1) ?? ''})
  }
  await session.detach()
}
