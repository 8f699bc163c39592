import type { Translate } from '../core/localize.ts'
import type { complianceProgramEn } from './compliance-program.en.ts'

export type ProgramTranslate = Translate<typeof complianceProgramEn>
