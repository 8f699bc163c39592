import { defineMessages } from '../core/message-types.ts'
import { sharedMacrosEn } from './shared-macros.en.ts'

export const sharedMacrosMessages = defineMessages('shared-macros', sharedMacrosEn, {
  es: () => import('./shared-macros.es.ts').then((module) => module.sharedMacrosEs),
  ar: () => import('./shared-macros.ar.ts').then((module) => module.sharedMacrosAr),
})
