import { defineMessages } from './message-types.ts'
import { shortcutsEn } from './shortcuts.en.ts'

export const shortcutsMessages = defineMessages('shortcuts', shortcutsEn, {
  es: () => import('./shortcuts.es.ts').then((module) => module.shortcutsEs),
  ar: () => import('./shortcuts.ar.ts').then((module) => module.shortcutsAr),
})
