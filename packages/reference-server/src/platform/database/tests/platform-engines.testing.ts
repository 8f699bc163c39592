const engines = ['pglite', 'postgres'] as const
const { TEST_SAMPLES: turn = 'all' } = process.env

/**
 * The engines on which a test of the platform or of the command line runs: one of them, another at each commit. Both with
 * `TEST_VARIANTS=all`, and for a mutant, which names its engine. What speaks to an engine itself, in platform/database and platform/audit,
 * always runs on both.
 */
export const platformEngines: readonly (typeof engines)[number][] =
  turn === 'all' ? engines : engines.filter((_, index) => index === Number(turn) % engines.length)
