import { handleScim } from '@/lib/http/handle-scim'

// The SCIM endpoint's door in Next: in production the server goes straight to the same handler.
export const dynamic = 'force-dynamic'

export {
  handleScim as GET,
  handleScim as HEAD,
  handleScim as POST,
  handleScim as PUT,
  handleScim as PATCH,
  handleScim as DELETE,
  handleScim as OPTIONS,
}
