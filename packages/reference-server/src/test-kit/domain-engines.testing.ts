/**
 * The engines on which a domain is tested: PostgreSQL, which deployments use. Journeys are on PGlite, and the platform is tested on both. With
 * `TEST_VARIANTS=all` domains are too: `npm test -- --all`, before a release.
 */
export const domainEngines: readonly ('pglite' | 'postgres')[] =
  process.env['TEST_VARIANTS'] === 'all' ? ['pglite', 'postgres'] : ['postgres']
