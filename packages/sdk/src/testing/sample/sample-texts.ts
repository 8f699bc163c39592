import type { LocalizedText } from '../../generated/models.ts'

/** The same text in the two languages of the sample organization. */
export function both(en: string, es: string): LocalizedText[] {
  return [
    { language: 'en', text: en },
    { language: 'es', text: es },
  ]
}
