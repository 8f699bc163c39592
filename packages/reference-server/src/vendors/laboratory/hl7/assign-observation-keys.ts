import type { LaboratoryReport, ReportedObservation } from '../report.ts'

/**
 * Several OBR may share one number, and several OBX one code: susceptibilities of two organisms, lines of a text. Each is a separate
 * measurement and none replaces another. So a key consists of the test, its parent, the code with its sub-id, and a counter for those
 * without one.
 */
export const assignObservationKeys = (reports: readonly LaboratoryReport[]): LaboratoryReport[] => {
  const reportCount = counter()
  return reports.map((report) => {
    const { placerNumber, fillerNumber, test, parent } = report
    const part = numbered(
      `${test.code}/${parent}`,
      reportCount(JSON.stringify([placerNumber, fillerNumber, test.code, parent])),
    )
    const lineCount = counter()
    return {
      ...report,
      observations: report.observations.map((observation): ReportedObservation => {
        const block = `${part}/${observation.key}`
        return { ...observation, block, key: numbered(block, lineCount(block)) }
      }),
    }
  })
}

const counter = (): ((name: string) => number) => {
  const seen = new Map<string, number>()
  return (name) => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count
  }
}

const numbered = (name: string, count: number): string => (count === 1 ? name : `${name}/${count}`)
