import type { components } from '@visitkit/contract'

type Missing = { readonly missingInterpreter?: components['schemas']['MissingInterpreter'] }

/** What an appointment records of a patient who needs an interpreter and is booked without one. */
export const missingInterpreterOf = (
  { interpreterLanguage: language }: { readonly interpreterLanguage?: string | undefined },
  isHeld: boolean,
): Missing => (language === undefined || isHeld ? {} : { missingInterpreter: { language } })

/** Whether each visit of this type has an interpreter. */
export const takesInterpreter = ({ resources = [] }: Pick<components['schemas']['VisitType'], 'resources'>): boolean =>
  resources.some(({ kind }) => kind === 'interpreter')
