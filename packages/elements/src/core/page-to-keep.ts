const escaped: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text as HTML. */
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => escaped[sign] ?? '')

/** How the reader reads: a BCP 47 language, and `ltr` or `rtl`. */
export interface PageLanguage {
  readonly language: string
  readonly direction: string
}

/** One HTML file to save or print. Nothing is loaded, and nothing runs: it opens on a machine without a network. `body` is HTML. */
export const pageToKeep = (
  { language, direction }: PageLanguage,
  { title, style, body }: Readonly<Record<'title' | 'style' | 'body', string>>,
): string =>
  `<!doctype html><html lang="${escapeHtml(language)}" dir="${escapeHtml(direction)}"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escapeHtml(title)}</title><style>${style}</style></head><body>${body}</body></html>`
