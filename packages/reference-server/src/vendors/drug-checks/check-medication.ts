import { createHash } from 'node:crypto'
import type { Alert, CheckContext, CheckedMedication, DrugChecks, Finding } from './provider.ts'

/**
 * An alert. Its id is stable: the same finding about the same medication always has the same id, so that an acknowledgment can refer to
 * it. A finding that has become more severe has another id, because the reason was not given for it. The id reveals nothing.
 */
export const alertOf = (rxcui: string, { kind, severity, about, with: other, text, source }: Finding): Alert => ({
  id: createHash('sha256')
    .update(JSON.stringify([rxcui, kind, severity, ...about.toSorted()]))
    .digest('hex')
    .slice(0, 20),
  kind,
  severity,
  ...(other !== undefined && { with: other }),
  text: [...text],
  ...(source !== undefined && { source }),
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
            text: 'Allergies, duplicates and interactions could not be checked now. There may be some.',
          },
          {
            language: 'es',
            text: 'No se pudieron comprobar alergias, duplicados ni interacciones. Eso no significa que no existan.',
          },
          {
            language: 'ar',
            text: 'تعذر الآن فحص الحساسيات والتكرار والتداخلات. قد يوجد بعضها.',
          },
        ]
      : [
          {
            language: 'en',
            text: 'The allergies of the patient are not recorded yet. Ask the patient, or state why it is safe.',
          },
          {
            language: 'es',
            text: 'Nadie ha preguntado al paciente por sus alergias. Pregunte, o explique por qué es seguro.',
          },
          {
            language: 'ar',
            text: 'لم تُسجل حساسيات المريض بعد. اسأل المريض، أو اذكر لماذا هذا آمن.',
          },
        ],
})

/**
 * Runs a check with a time limit. A missing, late, failed or invalid result becomes an alert that must be acknowledged with a reason: it
 * never means "no interaction".
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
    // Wrapped in a promise, so that a synchronous throw also takes part in the race, and a late rejection is handled.
    const check = Promise.resolve().then(() => checks.check(medication, context, late))
    const found = await Promise.race([check, whenLate])
    if (!Array.isArray(found)) throw new Error('The check answered no list.')
    return worst([...asked, ...(found as Finding[])]).map(named)
  } catch {
    return worst([...asked, unavailable('checks')]).map(named)
  }
}

const order: Readonly<Record<Alert['severity'], number>> = { high: 0, moderate: 1, low: 2 }

/** The most severe finding first. Of two findings about the same, only the more severe. */
const worst = (findings: readonly Finding[]): readonly Finding[] => {
  const found = new Map<string, Finding>()
  for (const finding of findings.toSorted((a, b) => order[a.severity] - order[b.severity])) {
    const same = JSON.stringify([finding.kind, ...finding.about.toSorted()])
    if (!found.has(same)) found.set(same, finding)
  }
  return [...found.values()]
}
