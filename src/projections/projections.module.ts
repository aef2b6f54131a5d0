import {
  type DynamicModule,
  Inject,
  Injectable,
  Module,
  type ModuleMetadata,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type Provider,
} from '@nestjs/common';
import { EVENT_STORE, type EventStore } from '../eventstore/event-store.port.js';
import { ProjectionEngine, ProjectionObserver } from './projection-engine.js';
import { type Dialect } from './dialect.port.js';
import { type AnyProjection } from '../kernel/projection.js';
import { ProjectionRunner, type RunnerOptions } from './projection-runner.js';
import { ReadModel } from './read-model.js';
import { ReadModels } from './read-models.js';

/** The injection token of a projection's {@link ReadModel}. */
export const readModelOf = ({ name }: Pick<AnyProjection, 'name'>): string => `ReadModel(${name})`;

/** Injects the {@link ReadModel} of a projection: `@InjectReadModel(motionRegister) private readonly motions: ReadModel<MotionRegisterRow>`. */
export const InjectReadModel = (projection: Pick<AnyProjection, 'name'>): ParameterDecorator & PropertyDecorator =>
  Inject(readModelOf(projection));

export interface ProjectionsOptions extends Omit<RunnerOptions, 'store' | 'models'> {
  /** Of the database the read models lie in. */
  readonly dialect: Dialect;
  /** For a process beside the server: reads, waits and compares, but does not project. */
  readonly readOnly?: boolean;
}

export interface ProjectionsSetUp {
  readonly projections: readonly AnyProjection[];
  readonly imports?: ModuleMetadata['imports'];
  readonly inject?: readonly unknown[];
  readonly useFactory: (...injected: never[]) => ProjectionsOptions | Promise<ProjectionsOptions>;
  /** The injection token of the store, {@link EVENT_STORE} if absent; must not be that of an upcasting store (see `EngineOptions`). */
  readonly store?: string | symbol;
}

const OPTIONS = Symbol('ProjectionsOptions');

/** Starts the engine with the application and stops it after the requests in hand. */
@Injectable()
class ProjectionsLifecycle implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly engine: ProjectionEngine,
    private readonly models: ReadModels,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.engine.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.engine.stop();
    await this.models.close();
  }
}

/** Provides {@link ReadModels}, {@link ProjectionEngine} (a {@link ProjectionRunner} unless read only) and a {@link ReadModel} for each projection. */
@Module({})
export class ProjectionsModule {
  static forRoot({ projections, store, ...options }: ProjectionsOptions & Pick<ProjectionsSetUp, 'projections' | 'store'>): DynamicModule {
    return ProjectionsModule.forRootAsync({ projections, useFactory: () => options, ...(store === undefined ? {} : { store }) });
  }

  static forRootAsync({ projections, imports = [], inject = [], useFactory, store = EVENT_STORE }: ProjectionsSetUp): DynamicModule {
    const providers: Provider[] = [
      { provide: OPTIONS, inject: [...inject] as never[], useFactory },
      {
        provide: ReadModels,
        inject: [OPTIONS],
        useFactory: ({ dialect, readOnly = false }: ProjectionsOptions) => ReadModels.open({ dialect, readOnly, projections }),
      },
      {
        provide: ProjectionEngine,
        inject: [OPTIONS, ReadModels, store],
        useFactory: ({ dialect: _, readOnly, ...options }: ProjectionsOptions, models: ReadModels, record: EventStore) =>
          readOnly
            ? new ProjectionObserver({ ...options, store: record, models })
            : ProjectionRunner.open({ ...options, store: record, models }),
      },
      // The read models need the engine: the runner has made the tables before anything can query them.
      ...projections.map((projection) => ({
        provide: readModelOf(projection),
        inject: [ReadModels, ProjectionEngine],
        useFactory: (models: ReadModels) => new ReadModel(models, projection),
      })),
    ];
    return {
      module: ProjectionsModule,
      global: true,
      imports,
      providers: [...providers, ProjectionsLifecycle],
      exports: [ReadModels, ProjectionEngine, ...projections.map(readModelOf)],
    };
  }
}
