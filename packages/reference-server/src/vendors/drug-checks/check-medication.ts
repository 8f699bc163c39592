import { createHash } from 'node:crypto'
import type { Alert, CheckContext, CheckedMedication, DrugChecks, Finding } from './provider.ts'

/**
 * The same finding about the same medicine has the same id wherever and whenever it is made, so that an acknowledgment names it. One
 * that has become more severe is another: the reason was not given for it. Says nothing by itself.
 */
export const alertOf = (rxcui: string, { kind, severity, about, with: other, text }: Finding): Alert => ({
  id: createHash('sha256')
    .update(JSON.stringify([rxcui, kind, severity, ...about.toSorted()]))
    .digest('hex')
    .slice(0, 20),
  kind,
  severity,
  ...(other !== undefined && { with: other }),
  text: [...text],
})

const unavailable = (what: 'checks' | 'allergies'): Finding => ({
  kind: 'check-unavailable',
  severity: what === 'checks' ? 'high' : 'moderate',
  about: [what],
  text:
    what === 'checks'
      ? [
          {
            language: 'en',
            text: 'Allergies, duplicates and interactions could not be checked just now. That says nothing about whether there are any.',
          },
          {
            language: 'es',
            text: 'No se pudieron comprobar alergias, duplicados ni interacciones. Eso no significa que no existan.',
          },
        ]
      : [
          { language: 'en', text: 'Nobody has asked the patient about allergies yet. Ask, or say why it is safe.' },
          {
            language: 'es',
            text: 'Nadie ha preguntado al paciente por sus alergias. Pregunte, o explique por qué es seguro.',
          },
        ],
})

/**
 * Asks, and waits so long and no longer. No answer, a late one, a failed one or a senseless one is an alert of its own that has to be
 * acknowledged with a reason: it is never "no interaction".
 */
export const checkMedication = async (
  checks: DrugChecks,
  medication: CheckedMedication,
  context: CheckContext,
  timeout: number,
): Promise<readonly Alert[]> => {
  const late = AbortSignal.timeout(timeout)
  const whenLate = new Promise<never>((_, reject) => {
    late.addEventListener('abort', () => reject(new Error('The check is late.')), { once: true })
  })
  const named = (finding: Finding): Alert => alertOf(medication.rxcui, finding)
  const asked = context.allergies === null ? [unavailable('allergies')] : []
  try {
    // Within a promise of its own, so that one that throws at once still races, and its lateness has somebody who hears it.
    const check = Promise.resolve().then(() => checks.check(medication, context, late))
    const found = await Promise.race([check, whenLate])
    if (!Array.isArray(found)) throw new Error('The check answered no list.')
    return worst([...asked, ...(found as Finding[])]).map(named)
  } catch {
    return worst([...asked, unavailable('checks')]).map(named)
  }
}

const order: Readonly<Record<Alert['severity'], number>> = { high: 0, moderate: 1, low: 2 }

/** The most severe first; of two that are about the same, the more severe. */
const worst = (findings: readonly Finding[]): readonly Finding[] => {
  const found = new Map<string, Finding>()
  for (const finding of findings.toSorted((a, b) => order[a.severity] - order[b.severity])) {
    const same = JSON.stringify([finding.kind, ...finding.about.toSorted()])
    if (!found.has(same)) found.set(same, finding)
  }
  return [...found.values()]
}
