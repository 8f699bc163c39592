import { portalWordsAr } from './portal-words.ar.ts'
import { portalWordsEn, type PortalWords } from './portal-words.en.ts'
import { portalWordsEs } from './portal-words.es.ts'

export const languages = ['en', 'es', 'ar'] as const
export type PortalLanguage = (typeof languages)[number]
export type { PortalWords } from './portal-words.en.ts'

export const isPortalLanguage = (text: unknown): text is PortalLanguage => languages.some((each) => each === text)

export const languageNames: Readonly<Record<PortalLanguage, string>> = { en: 'English', es: 'Español', ar: 'العربية' }

export const directionOf = (language: PortalLanguage): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

export const portalWords: Readonly<Record<PortalLanguage, PortalWords>> = {
  en: portalWordsEn,
  es: portalWordsEs,
  ar: portalWordsAr,
}

/** The language that a browser asks for first among those of the portal. */
export const languageOf = (acceptLanguage: string): PortalLanguage =>
  acceptLanguage
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find(isPortalLanguage) ?? 'en'
