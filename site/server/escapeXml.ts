const entities: Record<string, string> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'}

/** Text for XML or HTML, in content and attributes alike; control characters that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return (
    text
      .replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign)
      // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
  )
}
