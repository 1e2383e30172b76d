/** Runs `stop` at the first SIGTERM or SIGINT, then ends the process. A second one, a moment later, means "at once". */
export function onSignal(stop: () => Promise<void>) {
  let told = 0
  const signalled = async (signal: string) => {
    // npm and the terminal may both pass on one Ctrl-C.
    if (told) return Date.now() - told > 1000 ? process.exit(130) : undefined
    told = Date.now()
    console.log(`${signal}: finishing what is in flight …`)
    try {
      await stop()
      process.exit(0)
    } catch (error) {
      console.error(error)
      process.exit(1)
    }
  }
  process.on('SIGTERM', signalled).on('SIGINT', signalled)
}
