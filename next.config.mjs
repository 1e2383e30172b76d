/** @type {import('next').NextConfig} */
export default {
  // It loads WebAssembly from its own folder, which a bundle would lose.
  serverExternalPackages: ['@electric-sql/pglite'],
  // `npm test` checks types; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // Browsers ask for it by themselves, whatever the page's <link> says.
  rewrites: () => Promise.resolve([{ source: '/favicon.ico', destination: '/icon.svg' }]),
}
