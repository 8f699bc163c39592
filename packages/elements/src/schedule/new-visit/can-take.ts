import type { Resource, VisitType } from '@visitkit/sdk'

const base = (language: string): string => language.split('-')[0]?.toLowerCase() ?? ''

/** Whether a visit takes a resource of this kind, and an interpreter of this language. Empty: no interpreter was asked for. */
export const canTake = (
  { resources = [] }: VisitType,
  { kind, languages }: Resource,
  interpreterLanguage: string,
): boolean => {
  const isNeeded = resources.some((need) => need.kind === kind && need.count > 0)
  if (kind !== 'interpreter' || !interpreterLanguage) return isNeeded
  return languages.some((one) => base(one) === base(interpreterLanguage))
}
