import { checkOf } from '@/app/(portal)/page-filters'
import type { Filter } from '@/lib/scim'
import { formOf } from '@/lib/tables/expression-form'
import { ExpressionError, readExpression } from '@/lib/tables/read-expression'
import type { TableSpec } from '@/lib/tables/spec'
import { askedTable } from '../../asked-table'
import { answerAdmin, problem } from '../../../answer'

/**
 * The form's filters that the expression of a view (its query string) stands for: `{ filters }`; `{}` where the form can't
 * show it, and `{ expression }` where it can't be read.
 */
export async function GET(request: Request, { params }: { params: Promise<{ page: string }> }): Promise<Response> {
  return answerAdmin('The expression', async () => {
    const asked = await askedTable((await params).page, new URL(request.url).searchParams)
    const expression = asked?.view.expression
    if (!asked || expression === undefined)
      return problem(404, 'No expression', 'This page has none, or none was sent.')
    const { page, spec, chosen } = asked
    return formOrFault(spec, expression, checkOf(page, chosen))
  })
}

function formOrFault(spec: TableSpec, expression: string, check: (filter: Filter) => unknown) {
  try {
    const filters = formOf(spec, readExpression(expression, check))
    return filters ? { filters } : {}
  } catch (error) {
    if (error instanceof ExpressionError) return { expression: error.fault }
    throw error
  }
}
