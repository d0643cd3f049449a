// Assembles the OpenAPI document of a service from its own fragment and the shared ones: docs/adr/0062.
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
def reads = ['get', 'head', 'options', 'trace']

// Merges these maps and the list of tags. Any other name that two fragments define is an error.
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
            throw new IllegalArgumentException("$file defines $place, which another fragment defines, too")
        }
    }
}

def document = [:]
fragments.each { file ->
    def settings = LoadSettings.builder().setLabel(file.path).build()
    merge(document, new Load(settings).loadFromString(file.getText('UTF-8')), '', file)
}

// A status that an operation does not document itself has the shared response.
def shared = document.remove('x-shared-responses')
document.paths.each { path, item ->
    def operations = item.findAll { it.value instanceof Map && it.value.containsKey('responses') }
    operations.each { method, operation ->
        def responses = shared.everyOperation +
            (method in reads ? [:] : shared.everyChange) +
            (operation.requestBody ? shared.everyBody : shared.noBody) +
            operation.responses
        operation.responses = responses.sort { it.key }
    }
}

def settings = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setDereferenceAliases(true).build()
def target = new File(project.build.outputDirectory, 'META-INF/openapi.yaml')
target.parentFile.mkdirs()
target.setText(new Dump(settings).dumpToString(document), 'UTF-8')
