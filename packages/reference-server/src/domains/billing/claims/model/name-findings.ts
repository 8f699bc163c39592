import { isTransliterated } from '../../../../platform/names/name-in-latin.ts'
import type { Finding } from '../../kernel/model/finding.ts'
import { makeFinding } from '../../kernel/model/make-finding.ts'
import type { ClaimSources } from './claim-sources.ts'

/** A transliteration is one spelling of several, and the payer may know another one. */
export const nameFindings = ({ patient, coverage }: Pick<ClaimSources, 'patient' | 'coverage'>): readonly Finding[] =>
  coverage === null || coverage.nameOnCard !== null || !isTransliterated(patient)
    ? []
    : [
        makeFinding(
          'warning',
          'name-transliterated',
          coverage.relationship === 'self' ? '/subscriber/name' : '/dependent/name',
        ),
      ]
