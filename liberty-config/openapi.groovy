// Merges the OpenAPI document of a service with the shared fragments: docs/adr/0062.
import org.snakeyaml.engine.v2.api.Dump
import org.snakeyaml.engine.v2.api.DumpSettings
import org.snakeyaml.engine.v2.api.Load
import org.snakeyaml.engine.v2.api.LoadSettings
import org.snakeyaml.engine.v2.common.FlowStyle

def fragments = [
    new File(project.basedir, 'src/main/openapi/openapi.yaml'),
    new File(project.basedir, '../messaging/src/main/openapi/dead-letters.yaml'),
    new File(project.basedir, '../chassis/src/main/openapi/shared.yaml')
]
def methods = ['get', 'put', 'post', 'delete', 'patch']

// Fragments may contribute to paths, components and tags. Any other duplicate definition is an error.
def merge
merge = { Map document, Map fragment, String at, File file ->
    fragment.each { name, value ->
        def place = at + '/' + name
        if (!document.containsKey(name)) {
            document[name] = value
        } else if (place == '/tags') {
            document[name] += value
        } else if (place ==~ '/paths|/components(/[a-zA-Z]+)?') {
            merge(document[name], value, place, file)
        } else {
            throw new IllegalArgumentException("$file defines $place, which another fragment already defines")
        }
    }
}

def document = [:]
fragments.each { file ->
    def settings = LoadSettings.builder().setLabel(file.path).build()
    merge(document, new Load(settings).loadFromString(file.getText('UTF-8')), '', file)
}

// Adds the shared responses for statuses that an operation does not document.
def shared = document.remove('x-shared-responses')
document.paths.each { path, item ->
    item.subMap(methods).each { method, operation ->
        def responses = shared.everyOperation +
            (method == 'get' ? [:] : shared.everyChange) +
            (operation.requestBody ? shared.everyBody : shared.noBody) +
            operation.responses
        operation.responses = responses.sort { it.key }
    }
}

def settings = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setDereferenceAliases(true).build()
def target = new File(project.build.outputDirectory, 'META-INF/openapi.yaml')
target.parentFile.mkdirs()
target.setText(new Dump(settings).dumpToString(document), 'UTF-8')
