import { defineMessages } from '../core/message-types.ts'
import { clinicSettingsEn } from './clinic-settings.en.ts'

export const clinicSettingsMessages = defineMessages('clinic-settings', clinicSettingsEn, {
  es: () => import('./clinic-settings.es.ts').then((module) => module.clinicSettingsEs),
  ar: () => import('./clinic-settings.ar.ts').then((module) => module.clinicSettingsAr),
})
