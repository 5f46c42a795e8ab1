import type {Page} from 'playwright-core'

/** Pastes HTML where the focus is, as from a web page or a spreadsheet. */
export async function pasteHtml(page: Page, html: string): Promise<void> {
  await page.evaluate((copied) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', copied)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}))
  }, html)
}
