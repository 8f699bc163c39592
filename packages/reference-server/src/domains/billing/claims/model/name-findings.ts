import { isTransliterated } from '../../../../platform/names/name-in-latin.ts'
import type { Finding } from '../../kernel/model/finding.ts'
import type { ClaimSources } from './claim-sources.ts'

/** A transliteration is one spelling of several, and the payer may know another one. */
export const nameFindings = ({ patient, coverage }: Pick<ClaimSources, 'patient' | 'coverage'>): readonly Finding[] =>
  coverage === null || coverage.nameOnCard !== null || !isTransliterated(patient)
    ? []
    : [
        {
          code: 'field-characters',
          pointer: coverage.relationship === 'self' ? '/subscriber/name' : '/dependent/name',
          severity: 'warning',
          message:
            'The name has letters that claims cannot carry, so it is sent in Latin letters. The payer may spell it differently.',
          remedy: 'Enter the name as the insurance card writes it, with the coverage.',
        },
      ]
