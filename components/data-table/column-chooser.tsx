'use client'

import { closestCenter, DndContext, PointerSensor, useSensor, useSensors, type DragEndEvent } from '@dnd-kit/core'
import { arrayMove, SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { ChevronDown, ChevronUp, Columns3, GripVertical, Pin, X } from 'lucide-react'
import { isAttributeColumn } from '@/lib/tables/attribute-columns'
import { columnSettings, densities, type ArrangedColumn, type Density } from '@/lib/tables/table-settings'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { IconButton } from '../ui/icon-button'
import { Popover } from '../ui/popover'
import { Tooltip } from '../ui/tooltip'
import { AttributePicker } from './attribute-picker'
import { useTableView } from './table-view'

/** Which columns are shown, in which order, which are pinned, and how dense the rows are; kept for this admin. */
export function ColumnChooser() {
  const { columns, settings, changeSettings } = useTableView()
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }))
  const arrange = (next: ArrangedColumn[]) => changeSettings(columnSettings(next))
  const place = (id: unknown) => columns.findIndex(({ column }) => column.id === id)
  const move = (from: number, to: number) => arrange(arrayMove(columns, from, to))
  const drop = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) move(place(active.id), place(over.id))
  }
  const change = (id: string, part: Partial<ArrangedColumn>) =>
    arrange(columns.map((each) => (each.column.id === id ? { ...each, ...part } : each)))
  const reset = () => changeSettings({ order: undefined, hidden: undefined, pinned: undefined, widths: undefined })
  return (
    <Popover
      label="Columns"
      align="end"
      className="w-84"
      trigger={
        <Button aria-label="Columns" aria-keyshortcuts="C" title="Columns" className="w-[30px] px-0!">
          <Columns3 aria-hidden />
        </Button>
      }
    >
      <div className="flex items-center justify-between pb-2">
        <h2 className="font-semibold">Columns</h2>
        <Button look="quiet" onClick={reset}>
          Reset
        </Button>
      </div>
      <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={drop}>
        <SortableContext items={columns.map(({ column }) => column.id)} strategy={verticalListSortingStrategy}>
          <ul>
            {columns.map((each, at) => (
              <ColumnLine
                key={each.column.id}
                {...each}
                onShow={(shown) => change(each.column.id, { shown })}
                onPin={(pinned) => change(each.column.id, { pinned })}
                onRemove={
                  isAttributeColumn(each.column.id) ? () => arrange(columns.filter((one) => one !== each)) : undefined
                }
                onUp={isBeside(each, columns[at - 1]) ? () => move(at, at - 1) : undefined}
                onDown={isBeside(each, columns[at + 1]) ? () => move(at, at + 1) : undefined}
              />
            ))}
          </ul>
        </SortableContext>
      </DndContext>
      <AttributePicker onArrange={arrange} />
      <DensityChoice value={settings.density ?? 'normal'} onChange={(density) => changeSettings({ density })} />
    </Popover>
  )
}

/** Pinned columns stay before the others: one moves among its own kind. */
const isBeside = (column: ArrangedColumn, other: ArrangedColumn | undefined) => other?.pinned === column.pinned

function DensityChoice({ value, onChange }: { value: Density; onChange: (density: Density) => void }) {
  return (
    <fieldset className="mt-2 flex items-center gap-1 border-t border-line pt-2.5">
      <legend className="sr-only">Row height</legend>
      <span aria-hidden className="flex-1 text-table whitespace-nowrap text-ink-2">
        Row height
      </span>
      {(Object.keys(densities) as Density[]).map((density) => (
        <label
          key={density}
          className="cursor-pointer rounded-m border border-line px-2 py-0.5 text-table capitalize has-checked:border-accent has-checked:bg-accent-tint has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name="density"
            className="sr-only"
            checked={density === value}
            onChange={() => onChange(density)}
          />
          {density}
        </label>
      ))}
    </fieldset>
  )
}

function ColumnLine({
  column,
  shown,
  pinned,
  onShow,
  onPin,
  onRemove,
  onUp,
  onDown,
}: ArrangedColumn & {
  onShow: (shown: boolean) => void
  onPin: (pinned: boolean) => void
  /** Given for an attribute that was added. */
  onRemove?: () => void
  onUp?: () => void
  onDown?: () => void
}) {
  const { setNodeRef, listeners, transform, transition, isDragging } = useSortable({ id: column.id })
  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={
        isDragging ? 'relative z-1 flex min-h-7.5 items-center bg-raised shadow-float' : 'flex min-h-7.5 items-center'
      }
    >
      <span {...listeners} aria-hidden className="grid h-7 w-6 cursor-grab touch-none place-items-center text-ink-2">
        <GripVertical className="icon" />
      </span>
      <Checkbox
        checked={shown}
        disabled={column.identity ?? column.absent}
        onChange={onShow}
        label={
          column.identity ? (
            <Tooltip label="Names the row: always shown">
              <span>{column.title}</span>
            </Tooltip>
          ) : (
            <>
              <span className="block truncate">{column.title}</span>
              {onRemove && (
                <span className="-mt-0.5 block truncate text-small text-ink-2" title={column.path}>
                  {column.absent ? 'not in these schemas' : <span className="mono">{column.path}</span>}
                </span>
              )}
            </>
          )
        }
      />
      {onRemove && (
        <IconButton label={`${column.title}: remove`} look="quiet" onClick={onRemove} className="size-7">
          <X aria-hidden />
        </IconButton>
      )}
      <IconButton
        label={`${column.title}: pin at the left`}
        aria-pressed={pinned}
        look="quiet"
        onClick={() => onPin(!pinned)}
        className="size-7 aria-pressed:text-accent!"
      >
        <Pin aria-hidden fill={pinned ? 'currentColor' : 'none'} />
      </IconButton>
      <IconButton label={`${column.title}: up`} look="quiet" disabled={!onUp} onClick={onUp} className="size-7">
        <ChevronUp aria-hidden />
      </IconButton>
      <IconButton label={`${column.title}: down`} look="quiet" disabled={!onDown} onClick={onDown} className="size-7">
        <ChevronDown aria-hidden />
      </IconButton>
    </li>
  )
}
