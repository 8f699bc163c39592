/**
 * Aborts as soon as one of the signals does, with its reason, until `over` aborts. Signals that outlive a call then keep nothing of it.
 * `AbortSignal.any` is missing below Safari 17.4 and Firefox 124.
 */
export function joinSignals(signals: readonly (AbortSignal | undefined)[], over: AbortSignal): AbortSignal {
  const joined = new AbortController()
  for (const signal of signals) {
    const abort = () => joined.abort(signal?.reason)
    if (signal?.aborted) abort()
    signal?.addEventListener('abort', abort, { signal: over })
  }
  return joined.signal
}
