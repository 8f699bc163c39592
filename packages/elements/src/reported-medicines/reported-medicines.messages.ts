import { defineMessages } from '../core/message-types.ts'
import { reportedMedicinesEn } from './reported-medicines.en.ts'

export const reportedMedicinesMessages = defineMessages('reported-medicines', reportedMedicinesEn, {
  es: () => import('./reported-medicines.es.ts').then((module) => module.reportedMedicinesEs),
  ar: () => import('./reported-medicines.ar.ts').then((module) => module.reportedMedicinesAr),
})
