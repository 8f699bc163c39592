/** Names each invalid variable and its remedy, all faults at once. */
export class ConfigError extends Error {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(`The configuration is not usable:\n${faults.map((fault) => `- ${fault}`).join('\n')}`)
    this.name = 'ConfigError'
    this.faults = faults
  }
}

export type Environment = Readonly<Record<string, string | undefined>>

/** Secrets that appear in examples. A deployment that uses one is open to anyone who has read the example. */
export const wellKnownSecrets: RegExp =
  /^(?:postgres|password|secret|changeme|change-me|visitkit|demo|example|test|admin)$/i

/** Reads variables one by one and collects their faults. */
export class ConfigReader {
  readonly faults: string[] = []
  readonly #environment: Environment

  constructor(environment: Environment) {
    this.#environment = environment
  }

  text(name: string, fallback: string): string {
    return this.optional(name) ?? fallback
  }

  optional(name: string): string | null {
    const value = this.#environment[`VISITKIT_${name}`]?.trim()
    return value === undefined || value === '' ? null : value
  }

  list(name: string): readonly string[] {
    return (this.optional(name) ?? '')
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== '')
  }

  integer(name: string, fallback: number, least: number, most: number): number {
    const value = this.optional(name)
    if (value === null) return fallback
    const number = Number(value)
    if (!Number.isInteger(number) || number < least || number > most)
      this.fault(name, `must be a whole number from ${least} to ${most}`)
    return number
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const value = this.optional(name)
    if (value === null) return fallback
    if (!allowed.includes(value as T)) this.fault(name, `must be one of: ${allowed.join(', ')}`)
    return value as T
  }

  url(name: string, fallback: string): string {
    const value = this.text(name, fallback)
    if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol))
      this.fault(name, 'must be an address such as https://visits.hospital.example')
    else if (value.endsWith('/')) this.fault(name, 'must not end with a slash')
    return value
  }

  /** Never repeats a value: some are secrets. */
  fault(name: string, remedy: string): void {
    this.faults.push(`VISITKIT_${name} ${remedy}.`)
  }
}
