const LABELS: Readonly<Record<string, string>> = {
  pdf: 'PDF',
  doi: 'DOI',
  bibtex: 'Cite',
  source: 'Source Document',
}

/** What the theme's button for a type of link says in English. */
export function labelOfType(type: string): string {
  return (Object.hasOwn(LABELS, type) && LABELS[type]) || type.slice(0, 1).toUpperCase() + type.slice(1)
}
